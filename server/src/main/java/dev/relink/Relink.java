package dev.relink;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server. `./relink serve` starts it. */
@SpringBootApplication
public class Relink {

    public static void main(String[] args) {
        SpringApplication.run(Relink.class, args);
    }
}
