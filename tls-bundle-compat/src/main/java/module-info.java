/** The modern bundle, and finite-field DHE and RSA key transport for peers of some years ago. */
module dev.dovetail.tls.bundle.compat {
    requires dev.dovetail.tls.bundle.modern;
    requires dev.dovetail.tls.suites.dhe;
    requires dev.dovetail.tls.suites.rsa;
}
