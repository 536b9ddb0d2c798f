package dev.dovetail.tls.cli.demo.fleet;

import java.io.File;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How this program starts a server of the demonstration: with the same Java and from the same jars. */
final class MemberCommand {

    private static final String REDIS = "dev.dovetail.tls.sessions.redis";
    private static final String REDIS_CLASS = "dev/dovetail/tls/sessions/redis/RedisSessionStore.class";

    private MemberCommand() {}

    /** The command, with or without what Redis needs. */
    static List<String> of(boolean withRedis) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // A server that lives for seconds is done sooner if it compiles quickly than if it does so well.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        Module module = MemberProgram.class.getModule();
        if (!module.isNamed()) {
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), MemberProgram.class.getName()));
            return command;
        }
        String path = System.getProperty("jdk.module.path", "");
        if (!path.isEmpty()) command.addAll(List.of("-p", path));
        if (withRedis) command.addAll(List.of("--add-modules", REDIS));
        command.addAll(List.of("-m", module.getName() + "/" + MemberProgram.class.getName()));
        return command;
    }

    /** Whether what Redis needs is among our jars: an image that was linked has it not. */
    static boolean redisIsHere() {
        if (!MemberProgram.class.getModule().isNamed()) {
            return MemberProgram.class.getClassLoader().getResource(REDIS_CLASS) != null;
        }
        Path[] path = Stream.of(System.getProperty("jdk.module.path", "").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toArray(Path[]::new);
        return ModuleFinder.of(path).find(REDIS).isPresent();
    }
}
