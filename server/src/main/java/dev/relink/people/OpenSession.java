package dev.relink.people;

import java.time.Instant;

/**
 * A browser in which somebody is signed in.
 *
 * @param agent what the browser calls itself; whatever it sent
 */
public record OpenSession(long id, Instant startedAt, Instant seenAt, String address, String agent) {

    /** "Firefox on Windows"; what is not recognised is told as it is, shortened. */
    public String browser() {
        String browser =
                first("Edg", "Edge", "OPR", "Opera", "Firefox", "Firefox", "Chrome", "Chrome", "Safari", "Safari");
        String system = first(
                "Windows", "Windows", "Android", "Android", "iPhone", "iPhone", "iPad", "iPad", "Mac OS", "macOS",
                "Linux", "Linux");
        if (browser.isEmpty()) {
            return agent.isEmpty() ? "An unknown browser" : agent.substring(0, Math.min(60, agent.length()));
        }
        return system.isEmpty() ? browser : browser + " on " + system;
    }

    private String first(String... signsAndNames) {
        for (int i = 0; i < signsAndNames.length; i += 2) {
            if (agent.contains(signsAndNames[i])) {
                return signsAndNames[i + 1];
            }
        }
        return "";
    }
}
