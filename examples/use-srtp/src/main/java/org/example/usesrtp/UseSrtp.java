package org.example.usesrtp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.spi.Extension;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** use_srtp (RFC 5764 4.1.1): the client lists protection profiles for SRTP, the server picks one. No MKI. */
@AutoService(Extension.class)
@SuppressWarnings("rawtypes") // A service is found by its raw type.
public final class UseSrtp implements Extension<List<Integer>> {

    // SRTP_AEAD_AES_256_GCM and SRTP_AEAD_AES_128_GCM (RFC 7714 14.2), SRTP_AES128_CM_HMAC_SHA1_80: best first.
    private static final List<Integer> OURS = List.of(0x0008, 0x0007, 0x0001);

    @Override
    public int code() {
        return 14;
    }

    @Override
    public String name() {
        return "use_srtp";
    }

    @Override
    public String implementation() {
        return "example";
    }

    @Override
    public Set<Site> sites() {
        return Set.of(Site.CLIENT_HELLO, Site.SERVER_HELLO_12, Site.ENCRYPTED_EXTENSIONS);
    }

    @Override
    public void write(Site site, List<Integer> profiles, WireWriter out) {
        try (WireWriter.Block block = out.open("SRTPProtectionProfiles", 2)) {
            for (int profile : profiles) out.u16("SRTPProtectionProfile", profile);
        }
        out.block("srtp_mki", 1, new byte[0]);
    }

    @Override
    public List<Integer> read(Site site, WireReader in) {
        WireReader block = in.nested("SRTPProtectionProfiles", 2, 2, 0xffff);
        List<Integer> profiles = new ArrayList<>();
        while (block.hasMore()) profiles.add(block.u16("SRTPProtectionProfile"));
        in.block("srtp_mki", 1, 0, 255);
        return profiles;
    }

    @Override
    public Optional<List<Integer>> offer(Context context) {
        return Optional.of(OURS);
    }

    @Override
    public Optional<List<Integer>> accept(List<Integer> offered, Context context) {
        Optional<Integer> chosen = OURS.stream().filter(offered::contains).findFirst();
        chosen.ifPresent(context::agree);
        return chosen.map(List::of);
    }

    @Override
    public void answered(List<Integer> answer, Context context) {
        if (answer.size() != 1 || !OURS.contains(answer.get(0))) {
            throw Fault.EXTENSION_REFUSED.because("use_srtp: the server's answer is %s, not one of %s", answer, OURS);
        }
        context.agree(answer.get(0));
    }
}
