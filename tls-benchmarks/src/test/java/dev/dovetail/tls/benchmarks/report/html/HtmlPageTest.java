package dev.dovetail.tls.benchmarks.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.benchmarks.report.Comparison;
import dev.dovetail.tls.benchmarks.report.Display;
import dev.dovetail.tls.benchmarks.report.Figure;
import dev.dovetail.tls.benchmarks.report.Made;
import dev.dovetail.tls.benchmarks.report.Run;
import dev.dovetail.tls.benchmarks.report.Side;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlPageTest {

    private static final Run RUN = Made.whole(17, 1, 1, 1);

    private static final String PAGE = page(RUN);

    private static String page(Run... runs) {
        return HtmlPage.of(List.of(runs), Optional.empty()).text();
    }

    private static Document parsed(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static List<Element> elements(Document page, String tag) {
        NodeList nodes = page.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) elements.add((Element) nodes.item(i));
        return elements;
    }

    @Test
    void isWellFormed() throws Exception {
        Document page = parsed(HtmlPage.of(
                        List.of(RUN, Made.whole(25, 2, 1, 1)),
                        Optional.of(Comparison.of(RUN, Made.whole(25, 2, 1, 1.5))))
                .text());
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(elements(page, "h1")).hasSize(1);
    }

    @Test
    void fetchesNothing() throws Exception {
        String text = PAGE;
        assertThat(text).doesNotContain("http://", "https://", "@import", "url(");
        Document page = parsed(text);
        assertThat(elements(page, "link")).isEmpty();
        assertThat(elements(page, "img")).isEmpty();
        assertThat(elements(page, "script")).noneMatch(script -> script.hasAttribute("src"));
        assertThat(elements(page, "a"))
                .allMatch(link -> link.getAttribute("href").startsWith("#"));
    }

    @Test
    void everyLinkHasItsTarget() throws Exception {
        Document page = parsed(PAGE);
        List<String> targets = elements(page, "section").stream()
                .map(section -> "#" + section.getAttribute("id"))
                .toList();
        assertThat(elements(page, "a").stream().map(link -> link.getAttribute("href")))
                .isSubsetOf(targets);
    }

    @Test
    void hasEveryFigureInATable() throws Exception {
        List<String> rows = elements(parsed(PAGE), "tr").stream()
                .map(Element::getTextContent)
                .toList();
        for (Figure figure : RUN.measurements()) {
            String rate = Display.of(List.of(figure)).text(figure);
            assertThat(rows)
                    .as(figure.key().toString())
                    .anyMatch(row -> row.contains(figure.subject()) && row.contains(figure.by()) && row.contains(rate));
        }
    }

    @Test
    void hasEveryFigureInAChart() throws Exception {
        List<String> hovers = elements(parsed(PAGE), "title").stream()
                .map(Element::getTextContent)
                .toList();
        for (Figure figure : RUN.measurements()) {
            String rate = Display.of(List.of(figure)).text(figure);
            assertThat(hovers)
                    .as(figure.key().toString())
                    .anyMatch(hover -> hover.startsWith(figure.by()) && hover.contains(rate));
        }
    }

    @Test
    void everyChartHasANameForThoseWhoDoNotSeeIt() throws Exception {
        List<Element> charts = elements(parsed(PAGE), "figure");
        assertThat(charts).hasSizeGreaterThan(10).allSatisfy(chart -> {
            Element svg = (Element) chart.getElementsByTagName("svg").item(0);
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            assertThat(svg.getAttribute("aria-label")).contains(" by ");
        });
    }

    @Test
    void noiseIsDrawnAsWhiskers() throws Exception {
        List<Element> whiskers = elements(parsed(PAGE), "path").stream()
                .filter(path -> path.getAttribute("class").equals("whisker"))
                .toList();
        assertThat(whiskers).hasSize(RUN.measurements().size());
    }

    @Test
    void theSameContenderHasTheSameColourInAllCharts() throws Exception {
        List<Element> series = elements(parsed(PAGE), "g").stream()
                .filter(group -> group.getAttribute("data-by").startsWith("Conscrypt"))
                .toList();
        assertThat(series)
                .isNotEmpty()
                .allMatch(group -> group.getAttribute("class").contains("k-conscrypt"));
    }

    @Test
    void whatPointsAtAContenderIsAButtonThatTellsItsState() throws Exception {
        List<Element> buttons = elements(parsed(PAGE), "button");
        List<String> series = elements(parsed(PAGE), "g").stream()
                .map(group -> group.getAttribute("data-by"))
                .toList();
        assertThat(buttons).isNotEmpty().allSatisfy(button -> {
            assertThat(button.getAttribute("type")).isEqualTo("button");
            assertThat(button.getAttribute("aria-pressed")).isEqualTo("false");
            assertThat(series).contains(button.getAttribute("data-by"));
            assertThat(button.getTextContent()).isEqualTo(button.getAttribute("data-by"));
        });
        assertThat(PAGE).contains("setAttribute('aria-pressed'").doesNotContain("role', 'button'");
    }

    @Test
    void escapesWhatOthersWrote() {
        String text = PAGE;
        assertThat(text)
                .contains("A &quot;fast&quot; &lt;processor&gt;")
                .contains("--json &lt;run&gt; &amp; more")
                .doesNotContain("<processor>", "<run>", "<system>");
    }

    @Test
    void survivesStrangeNames() throws Exception {
        Figure strange = Made.figure("A\"<b>", "\u0000</svg>", 0, "<i>Peer", Side.PEER, List.of(1.0), null);
        assertThat(parsed(page(Made.run(List.of(strange)))).getDocumentElement().getTextContent())
                .contains("<i>Peer");
    }

    @Test
    void tellsWhereFiguresComeFromAndWhoIsAbsent() throws Exception {
        String text = parsed(PAGE).getDocumentElement().getTextContent();
        assertThat(text).contains("-Xms1g -Xmx1g", "17.0.1+2", "2026-01-02 03:04 UTC", "accp is absent: its jar");
    }

    @Test
    void showsSeveralRunsBesideEachOther() throws Exception {
        Document page = parsed(page(RUN, Made.whole(25, 2, 1, 1)));
        List<String> captions = elements(page, "figcaption").stream()
                .map(Element::getTextContent)
                .toList();
        assertThat(captions).contains("TLS13_ECDSA_X25519JDK 17", "TLS13_ECDSA_X25519JDK 25");
    }

    @Test
    void showsWhatMoved() throws Exception {
        Comparison comparison = Comparison.of(RUN, Made.whole(17, 2, 1, 1.5));
        String text = parsed(HtmlPage.of(List.of(RUN), Optional.of(comparison)).text())
                .getDocumentElement()
                .getTextContent();
        assertThat(text).contains("What moved", "better", "Welch");
    }

    @Test
    void aRunOfNothingIsAPageToo() throws Exception {
        assertThat(elements(parsed(page(Made.run(List.of()))), "figure")).isEmpty();
    }
}
