package dev.relink.admin;

import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The numbers of the navigation, asked for by an open page now and then: only while somebody looks at it. */
@Controller
class CountsPage {

    @GetMapping("/companies/{company}/counts")
    @Requires(Right.READ)
    ResponseEntity<Map<String, Long>> counts(Page page, @PathVariable String company) {
        CompanyInFrame frame = Objects.requireNonNull(page.company());
        Counts counts = frame.counts();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "pending",
                        counts.pending(),
                        "errors",
                        counts.errors(),
                        "in-doubt",
                        counts.inDoubt(),
                        "approval",
                        counts.approval(),
                        "press",
                        frame.press() == null ? 0 : frame.press().press().id()));
    }
}
