package dev.relink.quickbooks.desktop.webconnector;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The endpoint in a process of its own, with as much memory as it is given. Prints its port; ends with its input. */
final class SmallHeapServer {

    private SmallHeapServer() {}

    /** @param arguments URL, user name and password of a database */
    public static void main(String[] arguments) throws Exception {
        var cycles = new ScriptedCycles().sends("<a/>").answers(100);
        cycles.keepsText = false;
        var database = new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]);
        try (var endpoint = new Endpoint(database, cycles)) {
            System.out.println("port " + endpoint.uri().getPort());
            while (System.in.read() >= 0) {
                continue;
            }
            System.out.println("characters " + cycles.characters);
        }
    }
}
