/** An example of a plug-in. */
@org.jspecify.annotations.NullMarked
module org.example.tls {
    requires static com.google.auto.service;
    requires static org.jspecify;
    requires dev.dovetail.tls.api;

    provides dev.dovetail.tls.api.spi.BulkCipher with
            org.example.tls.Aes192Gcm;
    provides dev.dovetail.tls.api.spi.SuiteProvider with
            org.example.tls.ExampleSuites;
}
