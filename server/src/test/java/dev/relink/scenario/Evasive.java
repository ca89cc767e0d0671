package dev.relink.scenario;

import dev.relink.simulator.webconnector.QuickBooks;
import java.util.regex.Pattern;

/** A QuickBooks that fails, with 1000, at every question in which one text stands. All else it answers. */
record Evasive(QuickBooks quickBooks, String unaskable) implements QuickBooks {

    private static final Pattern QUESTION =
            Pattern.compile("<(\\w+Query)Rq requestID=\"([^\"]+)\"[^>]*>(.*?)</\\1Rq>", Pattern.DOTALL);

    private static final String FAILED =
            " statusCode=\"1000\" statusSeverity=\"Error\" statusMessage=\"There has been an internal error when processing the request.\"/>";

    @Override
    public Session begin(String companyFile) throws Refused {
        Session session = quickBooks.begin(companyFile);
        return new Session() {
            @Override
            public String companyFile() {
                return session.companyFile();
            }

            @Override
            public String hostCompanyPreferences() throws Refused {
                return session.hostCompanyPreferences();
            }

            @Override
            public String process(String qbxml) throws Refused {
                return evaded(qbxml, session.process(qbxml));
            }
        };
    }

    private String evaded(String qbxml, String answer) {
        String evaded = answer;
        var questions = QUESTION.matcher(qbxml);
        while (questions.find()) {
            if (questions.group(3).contains(unaskable)) {
                String start = "<" + questions.group(1) + "Rs requestID=\"" + questions.group(2) + "\"";
                evaded = Pattern.compile(
                                Pattern.quote(start) + "(?:[^>]*/>|[^>]*>.*?</" + questions.group(1) + "Rs>)",
                                Pattern.DOTALL)
                        .matcher(evaded)
                        .replaceFirst(start + FAILED);
            }
        }
        return evaded;
    }
}
