package dev.relink.proof;

import dev.relink.simulator.desktop.RequestProcessor;
import dev.relink.simulator.desktop.RequestRefused;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What goes over the wire, and the rules that hold for it whatever happens. */
final class Wire {

    private static final Pattern NEW = Pattern.compile("newMessageSetID=\"([^\"]*)\"");
    private static final Pattern OLD = Pattern.compile("oldMessageSetID=\"([^\"]*)\"");
    private static final Pattern WRITES = Pattern.compile("<\\w+(Add|Mod|Void|Del)Rq[ >]");

    private final World world;
    private final Set<String> sent = new HashSet<>();

    Wire(World world) {
        this.world = world;
    }

    /** @throws Violated when such a set must not leave */
    void leaves(String qbxml) {
        world.trace.add("-> %s", qbxml);
        String anew = first(NEW, qbxml);
        String old = first(OLD, qbxml);
        boolean writes = WRITES.matcher(qbxml).find();
        rule(old == null || anew != null, "a set that makes QuickBooks forget, and does nothing else", qbxml);
        rule(anew == null || anew.matches("[A-Z0-9]{20}"), "a message-set ID that is not 20 of A-Z0-9", qbxml);
        rule(writes == (anew != null && !anew.equals(old)), "an ID without writes, or writes without one", qbxml);
        if (writes) {
            rule(sent.add(String.valueOf(anew)), "a set that was sent before", qbxml);
            rule(committed(String.valueOf(anew)), "writes that were not committed before they left", qbxml);
            rule(doubts() == 0, "writes while others are in doubt", qbxml);
        }
    }

    /** QuickBooks does it. */
    String done(RequestProcessor quickBooks, String qbxml) throws RequestRefused {
        try {
            String answer = quickBooks.process(qbxml);
            world.trace.add("<- %s", answer);
            return answer;
        } finally {
            if (WRITES.matcher(qbxml).find()) {
                world.judge.twins();
            }
        }
    }

    private boolean committed(String id) {
        return count("select count(*) from attempt where company_id = :company and message_set_id = :id", id) > 0;
    }

    private long doubts() {
        return count("select count(*) from attempt where company_id = :company and state = 'in-doubt'", "");
    }

    private long count(String sql, String id) {
        return world.stage
                .eyes
                .sql(sql)
                .param("company", world.company.value())
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private static void rule(boolean holds, String what, String qbxml) {
        if (!holds) {
            throw new Violated("Sent: " + what + "\n" + qbxml);
        }
    }

    private static @Nullable String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
