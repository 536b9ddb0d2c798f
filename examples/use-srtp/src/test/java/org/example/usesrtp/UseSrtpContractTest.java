package org.example.usesrtp;

import dev.dovetail.tls.api.spi.Extension;
import dev.dovetail.tls.api.spi.ExtensionCodec.Site;
import dev.dovetail.tls.testkit.ExtensionContract;
import java.util.List;

final class UseSrtpContractTest extends ExtensionContract<List<Integer>> {

    @Override
    protected Extension<List<Integer>> part() {
        return new UseSrtp();
    }

    @Override
    protected List<List<Integer>> values(Site site) {
        return List.of(List.of(1), List.of(7, 8));
    }
}
