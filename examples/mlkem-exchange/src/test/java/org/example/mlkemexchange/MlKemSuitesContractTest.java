package org.example.mlkemexchange;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.spi.Part;
import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.testkit.SuiteProviderContract;
import java.util.List;

final class MlKemSuitesContractTest extends SuiteProviderContract {

    @Override
    protected SuiteProvider provider() {
        return new MlKemSuites();
    }

    @Override
    protected List<Part> parts() {
        return Catalog.discover().parts();
    }
}
