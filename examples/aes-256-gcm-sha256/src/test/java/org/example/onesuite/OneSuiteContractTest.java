package org.example.onesuite;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.spi.Part;
import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.testkit.SuiteProviderContract;
import java.util.List;

final class OneSuiteContractTest extends SuiteProviderContract {

    @Override
    protected SuiteProvider provider() {
        return new OneSuite();
    }

    @Override
    protected List<Part> parts() {
        return Catalog.discover().parts();
    }
}
