package dev.dovetail.tls.handshake.negotiation;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.spi.Extension;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets third-party extensions ask, answer and agree, each within its narrow context. */
public final class ExtensionDialogue {

    private final Role role;
    private final List<Extension<?>> extensions;
    private final Map<String, Object> agreed = new LinkedHashMap<>();
    private final List<Extension<?>> offered = new ArrayList<>();

    /**
     * For one handshake.
     *
     * @param role our role
     * @param extensions the enabled ones
     */
    public ExtensionDialogue(Role role, List<Extension<?>> extensions) {
        this.role = role;
        this.extensions = extensions;
    }

    /**
     * Client: adds what the extensions ask for to the ClientHello.
     *
     * @param hello takes them
     * @param serverName the host that is asked for
     */
    public void offer(ExtensionBlock hello, Optional<String> serverName) {
        offered.clear();
        for (Extension<?> extension : extensions) offer(extension, hello, serverName);
    }

    /**
     * Client: hands the server's answers to the extensions.
     *
     * @param answers the block of the server's answer
     * @param version what was negotiated
     * @param serverName the host that was asked for
     */
    public void answered(ExtensionBlock answers, ProtocolVersion version, Optional<String> serverName) {
        for (Extension<?> extension : offered) answered(extension, answers, version, serverName);
    }

    /**
     * Server: lets the extensions answer.
     *
     * @param hello the client's block
     * @param version what was negotiated
     * @param serverName the host that the client asks for
     * @param answers takes the answers
     */
    public void accept(
            ExtensionBlock hello, ProtocolVersion version, Optional<String> serverName, ExtensionBlock answers) {
        for (Extension<?> extension : extensions) accept(extension, hello, version, serverName, answers);
    }

    /**
     * What was agreed, by the extensions' names.
     *
     * @return a copy
     */
    public Map<String, Object> agreed() {
        return Map.copyOf(agreed);
    }

    private <V> void offer(Extension<V> extension, ExtensionBlock hello, Optional<String> serverName) {
        extension
                .offer(new Context(extension.name(), Optional.empty(), serverName))
                .ifPresent(value -> {
                    hello.with(extension, value);
                    offered.add(extension);
                });
    }

    private <V> void answered(
            Extension<V> extension, ExtensionBlock answers, ProtocolVersion version, Optional<String> serverName) {
        Context context = new Context(extension.name(), Optional.of(version), serverName);
        answers.find(extension)
                .ifPresentOrElse(answer -> extension.answered(answer, context), () -> extension.absent(context));
    }

    private <V> void accept(
            Extension<V> extension,
            ExtensionBlock hello,
            ProtocolVersion version,
            Optional<String> serverName,
            ExtensionBlock answers) {
        Context context = new Context(extension.name(), Optional.of(version), serverName);
        Optional<V> asked = hello.find(extension);
        if (asked.isEmpty()) extension.absent(context);
        else extension.accept(asked.get(), context).ifPresent(answer -> answers.with(extension, answer));
    }

    private final class Context implements Extension.Context {

        private final String name;
        private final Optional<ProtocolVersion> version;
        private final Optional<String> serverName;

        private Context(String name, Optional<ProtocolVersion> version, Optional<String> serverName) {
            this.name = name;
            this.version = version;
            this.serverName = serverName;
        }

        @Override
        public Role role() {
            return role;
        }

        @Override
        public Optional<ProtocolVersion> version() {
            return version;
        }

        @Override
        public Optional<String> serverName() {
            return serverName;
        }

        @Override
        public void agree(Object value) {
            agreed.put(name, value);
        }
    }
}
