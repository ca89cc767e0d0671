package dev.relink.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.resource.FixedVersionStrategy;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Styles, script and icons. Their content's hash is part of their address, so browsers may keep them for a year. */
public final class Assets {

    private static final List<String> FILES =
            List.of("tabler.min.css", "relink.css", "relink.js", "htmx.min.js", "icons.svg");

    private static final String VERSION = hash();

    private Assets() {}

    public static String styles() {
        return address("relink.css");
    }

    public static String tabler() {
        return address("tabler.min.css");
    }

    public static String script() {
        return address("relink.js");
    }

    public static String htmx() {
        return address("htmx.min.js");
    }

    /** An icon's place in the sprite. */
    public static String icon(String name) {
        return address("icons.svg") + "#i-" + name;
    }

    private static String address(String file) {
        return "/static/" + VERSION + "/" + file;
    }

    static void register(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/static/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(
                        new VersionResourceResolver().addVersionStrategy(new FixedVersionStrategy(VERSION), "/**"));
    }

    private static String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : FILES) {
                digest.update(new ClassPathResource("static/" + file).getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
