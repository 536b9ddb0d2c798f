package org.example.sha512t256;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.spi.Part;
import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.testkit.SuiteProviderContract;
import java.util.List;

final class Sha512t256SuitesContractTest extends SuiteProviderContract {

    @Override
    protected SuiteProvider provider() {
        return new Sha512t256Suites();
    }

    @Override
    protected List<Part> parts() {
        return Catalog.discover().parts();
    }
}
