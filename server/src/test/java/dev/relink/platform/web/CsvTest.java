package dev.relink.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void what_was_written_is_read_again_and_no_cell_begins_a_formula() {
        List<String> cells =
                List.of("plain", "a,b", "a \"b\"", "two\nlines", "=1+1", "+1", "-1", "@x", "\tx", "'x", "");
        String line = Csv.line(cells);
        assertThat(Csv.read(line)).containsExactly(cells);
        assertThat(line).contains(",'=1+1,'+1,'-1,'@x,");
    }

    @Test
    void blank_lines_and_any_line_end_are_fine() {
        assertThat(Csv.read("\uFEFFa,b\r\n\r\n1,2\n3,4"))
                .containsExactly(List.of("a", "b"), List.of("1", "2"), List.of("3", "4"));
    }
}
