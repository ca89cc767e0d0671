package dev.relink.notice;

import dev.relink.company.CompanyId;
import dev.relink.platform.Settings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes one message of many events: what came and went meanwhile is not worth a word. */
@Component
class Digests {

    private final JdbcClient jdbc;
    private final Causes causes;
    private final String server;

    @Autowired
    Digests(JdbcClient jdbc, Causes causes, Settings settings) {
        this(
                jdbc,
                causes,
                settings.publicUrl() == null ? "" : settings.publicUrl().toString());
    }

    /** @param server its address from outside; empty = links have no host */
    Digests(JdbcClient jdbc, Causes causes, String server) {
        this.jdbc = jdbc;
        this.causes = causes;
        this.server = server.replaceAll("/$", "");
    }

    /** The server's address from outside, without a slash at its end. */
    String server() {
        return server;
    }

    /** @param events oldest first @return empty when there is nothing to say */
    Optional<Digest> of(CompanyId company, List<Event> events, Interest interest, Instant now) {
        List<Digest.Line> lines = new ArrayList<>();
        for (Event event : netted(events)) {
            if (interest.wants(event.kind())) {
                lines.add(line(company, event));
            }
        }
        lines.sort(Comparator.comparingLong(Digest.Line::records).reversed()); // what holds back most comes first
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Digest(company.value(), name(company), at(company, ""), now, lines));
    }

    /** Of each subject the last event, unless it only takes back what this reader was never told. */
    static List<Event> netted(List<Event> events) {
        Map<String, Event> first = new LinkedHashMap<>();
        Map<String, Event> last = new LinkedHashMap<>();
        for (Event event : events) {
            first.putIfAbsent(event.subject(), event);
            last.put(event.subject(), event);
        }
        return last.entrySet().stream()
                .filter(entry -> entry.getValue().kind().ends()
                        == first.getOrDefault(entry.getKey(), entry.getValue())
                                .kind()
                                .ends())
                .map(Map.Entry::getValue)
                .toList();
    }

    private Digest.Line line(CompanyId company, Event event) {
        boolean isCause = event.kind() == Event.Kind.CAUSE;
        Causes.Extent extent =
                isCause ? causes.extent(company, event.code(), event.variant()) : new Causes.Extent(0, List.of());
        return new Digest.Line(
                event.kind(),
                event.code(),
                event.variant(),
                event.title(),
                extent.records(),
                extent.examples(),
                link(company, event));
    }

    private String link(CompanyId company, Event event) {
        return switch (event.kind()) {
            case CAUSE -> at(company, "/errors?cause=" + encoded(event.code() + " " + event.variant()));
            case CAUSE_GONE -> at(company, "/history");
            case SILENT, SEEN_AGAIN, STOPPED, WORKING_AGAIN -> at(company, "/connection");
            case WEBHOOK_OFF -> at(company, "/notices");
        };
    }

    private String at(CompanyId company, String place) {
        return server + "/companies/" + company.value() + place;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String name(CompanyId company) {
        return jdbc.sql("select name from company where company_id = :company")
                .param("company", company.value())
                .query(String.class)
                .single();
    }
}
