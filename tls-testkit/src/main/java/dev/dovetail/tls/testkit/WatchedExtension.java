package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.spi.Extension;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An extension under test that remembers what the core asked of it. For one thread.
 *
 * @param <V> the extension's value
 */
final class WatchedExtension<V> implements Extension<V> {

    private final Extension<V> own;
    private final List<String> calls = new ArrayList<>();

    WatchedExtension(Extension<V> own) {
        this.own = own;
    }

    /** Method, role, and whether a value came of it. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public int code() {
        return own.code();
    }

    @Override
    public String name() {
        return own.name();
    }

    @Override
    public String implementation() {
        return own.implementation();
    }

    @Override
    public Set<Site> sites() {
        return own.sites();
    }

    @Override
    public void write(Site site, V value, WireWriter out) {
        own.write(site, value, out);
    }

    @Override
    public V read(Site site, WireReader in) {
        return own.read(site, in);
    }

    @Override
    public Optional<V> offer(Context context) {
        return noted("offer ", context, own.offer(context));
    }

    @Override
    public Optional<V> accept(V offered, Context context) {
        return noted("accept ", context, own.accept(offered, context));
    }

    @Override
    public void answered(V answer, Context context) {
        calls.add("answered " + context.role());
        own.answered(answer, context);
    }

    @Override
    public void absent(Context context) {
        calls.add("absent " + context.role());
        own.absent(context);
    }

    private Optional<V> noted(String call, Context context, Optional<V> value) {
        calls.add(call + context.role() + (value.isPresent() ? " with a value" : " in silence"));
        return value;
    }
}
