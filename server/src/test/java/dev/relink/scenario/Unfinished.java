package dev.relink.scenario;

import dev.relink.simulator.webconnector.QuickBooks;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A QuickBooks that does not get to the request in which one text stands: it does all others and answers 3231 to that one. */
record Unfinished(QuickBooks quickBooks, String text) implements QuickBooks {

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
                Matcher request = Pattern.compile(
                                "<(\\w+Add)Rq requestID=\"([^\"]+)\">(?:(?!</\\1Rq>).)*" + Pattern.quote(text)
                                        + ".*?</\\1Rq>",
                                Pattern.DOTALL)
                        .matcher(qbxml);
                return request.find()
                        ? with(session.process(request.replaceFirst("")), request.group(1), request.group(2))
                        : session.process(qbxml);
            }
        };
    }

    private static String with(String answer, String request, String id) {
        return answer.replace("</QBXMLMsgsRs>", """
                <%sRs requestID="%s" statusCode="3231" statusSeverity="Error" \
                statusMessage="The request has not been processed."/></QBXMLMsgsRs>""".formatted(request, id));
    }
}
