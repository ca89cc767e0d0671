package dev.relink.platform.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlFactoryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a/>",
                "<!DOCTYPE a [<!ENTITY b \"lol\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>",
                "<?xml version=\"1.0\"?> <!-- hidden --> <!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/passwd\">%p;]><a/>"
            })
    void a_document_type_is_refused(String document) {
        assertThatThrownBy(() -> text(document))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("document type");
    }

    @Test
    void an_entity_never_reads_a_file(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "canary");
        assertThatThrownBy(() -> text("<!DOCTYPE a [<!ENTITY x SYSTEM \"%s\">]><a>&x;</a>".formatted(secret.toUri())))
                .hasMessageNotContaining("canary");
    }

    @Test
    void a_million_escaped_brackets_are_no_attack() throws XMLStreamException {
        assertThat(text("<a>" + "&lt;".repeat(1_000_000) + "</a>")).hasSize(1_000_000);
    }

    @Test
    void depth_is_limited() {
        assertThatThrownBy(() -> text("<a>".repeat(10_000))).isInstanceOf(XMLStreamException.class);
    }

    private static String text(String document) throws XMLStreamException {
        XMLStreamReader reader = XmlFactory.read(new StringReader(document));
        var text = new StringBuilder();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.CHARACTERS) {
                text.append(reader.getText());
            }
        }
        return text.toString();
    }
}
