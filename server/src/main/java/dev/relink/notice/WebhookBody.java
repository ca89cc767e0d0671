package dev.relink.notice;

import dev.relink.platform.Json;
import java.time.Instant;
import java.util.List;

/** A digest as webhooks get it. */
final class WebhookBody {

    /** What is more is counted, not listed: a body stays small. */
    private static final int MOST = 200;

    private WebhookBody() {}

    private record Company(String id, String name, String link) {}

    private record Notice(
            String kind, String code, String variant, String title, long records, List<String> examples, String link) {}

    private record Data(Company company, String summary, List<Notice> notices, int more) {}

    private record Body(String type, String timestamp, Data data) {}

    static String of(Digest digest) {
        List<Notice> notices = digest.lines().stream()
                .limit(MOST)
                .map(line -> new Notice(
                        line.kind().word(),
                        line.code(),
                        line.variant(),
                        line.title(),
                        line.records(),
                        line.examples(),
                        line.link()))
                .toList();
        return write(
                "relink.notice",
                digest.at(),
                new Company(digest.company(), digest.name(), digest.address()),
                digest.subject(),
                notices,
                digest.lines().size() - notices.size());
    }

    /** To try a webhook out. */
    static String test(String company, Instant at) {
        return write("relink.test", at, new Company(company, "", ""), "This is a test.", List.of(), 0);
    }

    private static String write(
            String type, Instant at, Company company, String summary, List<Notice> notices, int more) {
        return Json.write(new Body(type, at.toString(), new Data(company, summary, notices, more)));
    }
}
