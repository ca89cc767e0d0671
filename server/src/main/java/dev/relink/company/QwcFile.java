package dev.relink.company;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The {@code .qwc} file by which a person adds a company to the Web Connector. It never holds the password. Rules: QBWC
 * Programmer's Guide, chapter 4.
 *
 * @param publicUrl where the Web Connector reaches us, without a path
 */
public record QwcFile(WebConnectorAccount account, String companyName, String publicUrl, Duration runEvery) {

    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9.]+|\\[.*]");
    private static final int LONGEST_APP_NAME = 60;

    public QwcFile {
        publicUrl = publicUrl.replaceAll("/+$", "");
    }

    public String fileName() {
        return account.company().value() + ".qwc";
    }

    /** What the Web Connector will object to in the address, in plain words; empty when nothing. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        URI uri = URI.create(publicUrl);
        String host = String.valueOf(uri.getHost());
        if (IP_ADDRESS.matcher(host).matches()) {
            warnings.add("The Web Connector refuses an IP address (QBWC1001): set RELINK_PUBLIC_URL to a host name.");
        }
        if (!"https".equals(uri.getScheme()) && !host.equals("localhost")) {
            warnings.add("The Web Connector asks for https (QBWC1010): set RELINK_PUBLIC_URL to an https address.");
        }
        return warnings;
    }

    /** AppSupport is the endpoint's own page: same domain, open to everyone, answers 200. */
    public String xml() {
        return """
                <?xml version="1.0"?>
                <QBWCXML>
                   <AppName>%s</AppName>
                   <AppID></AppID>
                   <AppURL>%s/qbwc</AppURL>
                   <AppDescription>Keeps your business app and QuickBooks in step</AppDescription>
                   <AppSupport>%s/qbwc</AppSupport>
                   <UserName>%s</UserName>
                   <OwnerID>%s</OwnerID>
                   <FileID>%s</FileID>
                   <QBType>QBFS</QBType>
                   <PersonalDataPref>pdpNotNeeded</PersonalDataPref>
                   <UnattendedModePref>umpOptional</UnattendedModePref>
                   <AuthFlags>0xF</AuthFlags>
                   <Notify>false</Notify>
                   <IsReadOnly>false</IsReadOnly>
                   <Style>Document</Style>
                   <Scheduler>
                      <RunEveryNMinutes>%d</RunEveryNMinutes>
                   </Scheduler>
                </QBWCXML>
                """.formatted(
                        escaped(appName()),
                        escaped(publicUrl),
                        escaped(publicUrl),
                        account.company(),
                        braced(account.ownerId()),
                        braced(account.fileId()),
                        Math.max(1, runEvery.toMinutes()));
    }

    /** With the company's name, so that a bookkeeper with many company files can tell them apart. */
    private String appName() {
        String name = "Relink - " + companyName;
        return name.substring(
                0, name.offsetByCodePoints(0, Math.min(LONGEST_APP_NAME, name.codePointCount(0, name.length()))));
    }

    private static String braced(UUID id) {
        return "{" + id.toString().toUpperCase(Locale.ROOT) + "}";
    }

    /** Pure ASCII, whatever the Web Connector takes the file's encoding to be. */
    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < ' ' || c > '~' || "<>&\"'".indexOf(c) >= 0) {
                escaped.append("&#").append(c).append(';');
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
