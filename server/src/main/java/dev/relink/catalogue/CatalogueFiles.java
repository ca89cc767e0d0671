package dev.relink.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The Markdown files of the catalogue on the class path, be it a folder, a jar, or a jar within a jar. */
final class CatalogueFiles {

    /** @param name such as {@code desktop/3120.md} */
    record File(String name, String text) {}

    private static final String ROOT = "catalogue";

    private CatalogueFiles() {}

    /** All files, sorted by name. @throws UncheckedIOException when the class path cannot be read */
    static List<File> all() {
        URL root = CatalogueFiles.class.getResource("/" + ROOT);
        if (root == null) {
            throw new IllegalStateException(
                    "The folder \"catalogue\" is not on the class path: build the server again");
        }
        try {
            return root.openConnection() instanceof JarURLConnection jar ? inJar(jar) : inFolder(Path.of(root.toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue of status codes cannot be read from " + root, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("No address of a folder: " + root, e);
        }
    }

    private static List<File> inFolder(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .map(path -> new File(root.relativize(path).toString().replace('\\', '/'), text(path)))
                    .toList();
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<File> inJar(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false);
        String root = connection.getEntryName().replaceAll("/$", "") + "/";
        try (JarFile jar = connection.getJarFile()) {
            return jar.stream()
                    .filter(entry ->
                            entry.getName().startsWith(root) && entry.getName().endsWith(".md"))
                    .sorted((a, b) -> a.getName().compareTo(b.getName()))
                    .map(entry -> new File(entry.getName().substring(root.length()), text(jar, entry)))
                    .toList();
        }
    }

    private static String text(JarFile jar, ZipEntry entry) {
        try (InputStream in = jar.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
