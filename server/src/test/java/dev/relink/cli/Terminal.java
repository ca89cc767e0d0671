package dev.relink.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.relink.RunningRelink;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at a terminal, whose environment names the shared server and its administrator's token. */
final class Terminal {

    private final Map<String, String> environment = new HashMap<>();
    private String typed = "";

    Terminal() {
        environment.put("RELINK_SERVER", RunningRelink.shared().at("").toString());
        environment.put("RELINK_API_TOKEN", RunningRelink.ADMIN_TOKEN);
    }

    /** What came of a verb. */
    record Said(int code, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }

        /** The last word of the first line that has a word. */
        String last(String word) {
            return out.lines()
                    .map(line -> List.of(line.strip().split("\\s+")))
                    .filter(line -> line.contains(word))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No line with " + word + " in\n" + out))
                    .getLast();
        }
    }

    Terminal with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Terminal without(String variable) {
        environment.remove(variable);
        return this;
    }

    /** Comes to the standard input of the next verb. */
    Terminal typing(String text) {
        typed = text;
        return this;
    }

    Said run(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var surroundings = new Surroundings(environment, new ByteArrayInputStream(typed.getBytes(UTF_8)));
        int code = RelinkCli.run(surroundings, new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Said(code, out.toString(), err.toString());
    }

    /** A verb that must be done. */
    Said does(String... words) {
        Said said = run(words);
        if (said.code() != 0) {
            throw new AssertionError(String.join(" ", words) + ": " + said);
        }
        return said;
    }
}
