package dev.dovetail.tls.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The stacks on the class path, in the order of the tables, and why others are not here. */
final class PeerStacks {

    /** Everybody that this project measures; more may be found. */
    private static final List<String> ORDER =
            List.of(DovetailJsseStack.KEY, "sunjsse", "accp", "bcjsse", "bcjsse-bc", "conscrypt", "tcnative");

    private static final String ELSEWHERE = "it is in tls-benchmarks-peers, which is not on the class path";

    private final Map<String, PeerStack> present = new LinkedHashMap<>();
    private final Map<String, String> absent = new LinkedHashMap<>();

    private PeerStacks(List<PeerStack> found, List<String> broken) {
        for (PeerStack stack : found) {
            Optional<String> obstacle = obstacle(stack);
            if (obstacle.isPresent()) absent.put(stack.key(), obstacle.get());
            else present.put(stack.key(), stack);
        }
        String elsewhere = broken.isEmpty() ? ELSEWHERE : String.join("; ", broken);
        for (String key : ORDER) if (!present.containsKey(key)) absent.putIfAbsent(key, elsewhere);
    }

    /** A stack whose library is not there can't even be asked. */
    private static Optional<String> obstacle(PeerStack stack) {
        try {
            return stack.obstacle();
        } catch (LinkageError e) {
            return Optional.of("its library is not on the class path, or does not fit: " + e.getMessage());
        }
    }

    /** Looks for them, and asks each whether it can be measured here. */
    static PeerStacks discover() {
        List<String> broken = new ArrayList<>();
        return new PeerStacks(load(broken), broken);
    }

    /** One that can't be loaded does not hide the others. */
    private static List<PeerStack> load(List<String> broken) {
        List<PeerStack> found = new ArrayList<>();
        Iterator<PeerStack> all = ServiceLoader.load(PeerStack.class, PeerStacks.class.getClassLoader())
                .iterator();
        boolean more = true;
        while (more) {
            try {
                more = all.hasNext();
                if (more) found.add(all.next());
            } catch (ServiceConfigurationError | LinkageError e) {
                broken.add(String.valueOf(e.getMessage()));
            }
        }
        found.sort(Comparator.comparingInt(PeerStacks::place).thenComparing(PeerStack::key));
        return found;
    }

    private static int place(PeerStack stack) {
        int place = ORDER.indexOf(stack.key());
        return place < 0 ? ORDER.size() : place;
    }

    /** Those that can be measured here. */
    List<PeerStack> present() {
        return List.copyOf(present.values());
    }

    /** Reasons of those that can't, by key. */
    Map<String, String> absent() {
        return Map.copyOf(absent);
    }

    /** One that can be measured here. No other is asked: a native library that it loads would be in this JVM as well. */
    static PeerStack named(String key) {
        for (PeerStack stack : load(new ArrayList<>())) {
            if (!stack.key().equals(key)) continue;
            Optional<String> obstacle = obstacle(stack);
            if (obstacle.isEmpty()) return stack;
            throw new IllegalArgumentException(key + " can't be measured: " + obstacle.get());
        }
        throw new IllegalArgumentException(
                "there is no stack " + key + ", but " + discover().present.keySet());
    }
}
