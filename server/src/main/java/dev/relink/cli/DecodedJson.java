package dev.relink.cli;

import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.PastedLog;
import dev.relink.catalogue.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The answer of {@code decode --json}: the same names as {@code GET /api/v1/status-codes/...}. */
final class DecodedJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private DecodedJson() {}

    static String of(Decoded decoded, List<Decoded> elsewhere) {
        Map<String, Object> fields = fields(decoded);
        if (!elsewhere.isEmpty()) {
            fields.put("elsewhere", elsewhere.stream().map(DecodedJson::fields).toList());
        }
        return JSON.writeValueAsString(fields);
    }

    static String of(PastedLog.Report report) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("items", report.findings().stream().map(DecodedJson::fields).toList());
        whole.put("lines", report.lines());
        whole.put("notShown", report.notShown());
        return JSON.writeValueAsString(whole);
    }

    private static Map<String, Object> fields(PastedLog.Finding finding) {
        Map<String, Object> fields = fields(finding.decoded());
        fields.put("message", finding.words());
        fields.put("times", finding.times());
        fields.put("firstLine", finding.lines().getFirst());
        fields.put("lines", finding.lines());
        fields.put("firstAt", Objects.toString(finding.firstAt(), null));
        fields.put("lastAt", Objects.toString(finding.lastAt(), null));
        return fields;
    }

    private static Map<String, Object> fields(Decoded decoded) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("platform", decoded.code().platform().word());
        fields.put("code", decoded.code().code());
        fields.put("name", decoded.name());
        fields.put("variant", decoded.variant());
        fields.put("family", decoded.family().word());
        fields.put("severity", decoded.severity().word());
        fields.put("problem", decoded.problem(Map.of()));
        fields.put("fix", decoded.fix(Map.of()));
        fields.put("whoCanFix", decoded.whoCanFix().word());
        fields.put("retry", decoded.retry().word());
        fields.put("repairs", decoded.repairs().stream().map(Word::word).toList());
        fields.put("standing", decoded.standing());
        return fields;
    }
}
