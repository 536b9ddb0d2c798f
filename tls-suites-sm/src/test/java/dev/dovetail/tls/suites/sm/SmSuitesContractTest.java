package dev.dovetail.tls.suites.sm;

import dev.dovetail.tls.api.spi.Part;
import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.testkit.SuiteProviderContract;
import java.util.List;

final class SmSuitesContractTest extends SuiteProviderContract {

    @Override
    protected SuiteProvider provider() {
        return new SmSuites();
    }

    @Override
    protected List<Part> parts() {
        return List.of(new Sm4Gcm(), new Sm4Ccm(), new Sm3());
    }
}
