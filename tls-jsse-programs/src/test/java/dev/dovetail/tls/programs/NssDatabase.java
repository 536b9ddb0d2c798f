package dev.dovetail.tls.programs;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/** The database of certificates that Chromium reads, in a home folder. */
record NssDatabase(Path folder) {

    /** Makes an empty one. */
    static NssDatabase in(Path home) throws IOException {
        Program.require("certutil", "libnss3-tools");
        Program.require("pk12util", "libnss3-tools");
        NssDatabase database = new NssDatabase(Files.createDirectories(home.resolve(".pki/nssdb")));
        Program.run(List.of("certutil", "-d", database.name(), "-N", "--empty-password"), "");
        return database;
    }

    /** Trusts an authority for servers. */
    void trust(Authority authority) throws IOException {
        Program.run(List.of("certutil", "-d", name(), "-A", "-t", "C,,", "-n", "root"), authority.pem());
    }

    /** Has a certificate with its key. */
    void add(Issued own) throws IOException, GeneralSecurityException {
        Path file = folder.resolve("own.p12");
        try (OutputStream output = Files.newOutputStream(file)) {
            own.keyStore("own", Pki.PASSWORD).store(output, Pki.PASSWORD);
        }
        String password = new String(Pki.PASSWORD);
        Program.run(List.of("pk12util", "-d", name(), "-i", file.toString(), "-W", password, "-K", ""), "");
    }

    private String name() {
        return "sql:" + folder;
    }
}
