package dev.dovetail.tls.macs.hmac;

import dev.dovetail.tls.testkit.ServicesContract;

final class HmacServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return HmacSha256.class;
    }
}
