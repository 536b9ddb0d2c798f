package dev.dovetail.tls.testkit.sample;

import dev.dovetail.tls.api.spi.Extension;
import dev.dovetail.tls.api.spi.ExtensionCodec.Site;
import dev.dovetail.tls.testkit.ExtensionContract;
import java.util.List;

final class SampleExtensionContractTest extends ExtensionContract<String> {

    @Override
    protected Extension<String> part() {
        return new SampleExtension();
    }

    @Override
    protected List<String> values(Site site) {
        return List.of("x", "hello example.org", "grüezi", "n".repeat(255));
    }
}
