package dev.relink.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path temp;

    @Test
    void a_second_server_on_the_folder_is_refused_by_name_until_the_first_is_gone() {
        Path path = temp.resolve("data");
        try (var first = DataFolder.open(path)) {
            assertThat(first.resolve("relink.lock")).exists();
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> DataFolder.open(path))
                    .withMessageContaining("Another Relink is running")
                    .withMessageContaining(path.toString());
        }
        DataFolder.open(path).close();
    }

    @Test
    void a_key_is_made_once_and_for_its_owner_only() throws Exception {
        try (var folder = DataFolder.open(temp)) {
            byte[] made = folder.readOrCreate("secret.key", () -> new byte[] {1, 2, 3});
            assertThat(folder.readOrCreate("secret.key", () -> new byte[] {9})).isEqualTo(made);
            assertThat(Files.getPosixFilePermissions(temp.resolve("secret.key")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_refused_with_what_to_do() throws Exception {
        Path file = Files.createFile(temp.resolve("file"));
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> DataFolder.open(file.resolve("data")))
                .withMessageContaining("RELINK_DATA");
    }
}
