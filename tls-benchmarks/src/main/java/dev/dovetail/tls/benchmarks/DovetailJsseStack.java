package dev.dovetail.tls.benchmarks;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.jsse.DovetailOptions;
import dev.dovetail.tls.jsse.DovetailProvider;
import java.security.Provider;
import javax.net.ssl.SSLContext;

/** Ours, driven as the others are. */
@AutoService(PeerStack.class)
public final class DovetailJsseStack extends JsseStack {

    /** The command line's name for it. */
    static final String KEY = "dovetail-jsse";

    /** For the service loader. */
    public DovetailJsseStack() {
        super(KEY, "Dovetail JSSE");
    }

    @Override
    protected Provider provider() {
        return new DovetailProvider(Plugins.all());
    }

    /** A provider of its own: so groups can be chosen on each JDK, and none resumes that is not to. */
    @Override
    protected Provider provider(PeerSetting setting) {
        Catalog catalog = Plugins.all();
        Selection selection = Selection.modern(catalog)
                .versions(setting.version(), setting.version())
                .suites(setting.suite());
        if (setting.group().isPresent())
            selection = selection.groups(setting.groups().toArray(String[]::new));
        DovetailOptions options = DovetailOptions.of(catalog, selection);
        return new DovetailProvider(
                setting.resuming()
                        ? options
                        : options.sessions(ClientSessions.none()).sessions(ServerSessions.none()));
    }

    @Override
    protected boolean hasGroup(String group) {
        return Plugins.all().groups().stream().anyMatch(one -> one.name().equals(group));
    }

    /** The provider already has: its contexts keep nothing. */
    @Override
    protected void forgetSessions(SSLContext client, SSLContext server) {}
}
