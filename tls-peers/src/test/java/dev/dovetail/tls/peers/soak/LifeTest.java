package dev.dovetail.tls.peers.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.peers.Contender;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LifeTest {

    private static final List<Contender> CLIENTS = List.of(Contender.DOVETAIL, Contender.SUN);

    @Test
    void theSameSeedAndNumberMakeTheSameLife() {
        assertThat(new Life(1, 7, CLIENTS)).hasToString(new Life(1, 7, CLIENTS).toString());
        assertThat(new Life(2, 7, CLIENTS).toString()).isNotEqualTo(new Life(1, 7, CLIENTS).toString());
    }

    @Test
    void everyEndingHappensAtEveryMomentInBothVersionsWithAllClients() {
        Set<Ending> endings = EnumSet.noneOf(Ending.class);
        Set<Moment> moments = EnumSet.noneOf(Moment.class);
        lives().forEach(life -> {
            endings.add(life.ending());
            if (life.ending() == Ending.GARBAGE) moments.add(life.moment());
        });

        assertThat(endings).containsExactly(Ending.values());
        assertThat(moments).containsExactly(Moment.values());
        assertThat(lives().map(life -> life.version() + life.client())).contains("TLSv1.2Dovetail", "TLSv1.3SunJSSE");
    }

    @Test
    void onlyTls13IsHalfClosed() {
        assertThat(lives().filter(life -> !life.tls13()).map(Life::ending))
                .doesNotContain(Ending.CLIENT_HALF_CLOSES, Ending.SERVER_HALF_CLOSES);
    }

    @Test
    void somethingIsAlwaysSaid() {
        assertThat(lives())
                .allSatisfy(life -> assertThat(life.total()).isGreaterThan(life.amid()))
                .allSatisfy(life -> assertThat(life.sizes()).isNotEmpty().allMatch(size -> size > 0));
    }

    private static Stream<Life> lives() {
        return LongStream.range(0, 1000).mapToObj(number -> new Life(1, number, CLIENTS));
    }
}
