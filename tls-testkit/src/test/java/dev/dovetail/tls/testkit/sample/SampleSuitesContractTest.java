package dev.dovetail.tls.testkit.sample;

import dev.dovetail.tls.api.spi.Part;
import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.testkit.SuiteProviderContract;
import java.util.List;

final class SampleSuitesContractTest extends SuiteProviderContract {

    @Override
    protected SuiteProvider provider() {
        return new SampleSuites();
    }

    @Override
    protected List<Part> parts() {
        return List.of(
                new SampleAead(),
                new SampleCbc(),
                new SampleStream(),
                new SampleHash(),
                new SampleMac(),
                new SampleKeyExchange());
    }
}
