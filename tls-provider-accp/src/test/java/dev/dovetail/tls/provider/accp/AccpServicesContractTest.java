package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.testkit.ServicesContract;

final class AccpServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return AccpAes128Gcm.class;
    }

    @Override
    protected boolean hasModuleDescriptor() {
        return true;
    }
}
