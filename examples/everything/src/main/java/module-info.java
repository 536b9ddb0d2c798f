/** Whoever has to talk to anybody: one line requires every plug-in that there is. */
module org.example.everything {
    requires dev.dovetail.tls.bundle.all;
    requires dev.dovetail.tls.net;
}
