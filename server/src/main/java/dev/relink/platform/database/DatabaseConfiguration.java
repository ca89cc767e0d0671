package dev.relink.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.relink.platform.DataFolder;
import dev.relink.platform.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The data source; Spring Boot runs Flyway on it before anything else may use it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    Database database(Settings settings, DataFolder folder) {
        if (settings.databaseUrl() == null) {
            return Database.embedded(folder.resolve("postgresql"));
        }
        return Database.at(settings.databaseUrl(), settings.databaseUsername(), settings.databasePassword());
    }

    /** A statement takes a millisecond or so: few connections do much, and a queue in front of them is shorter. */
    @Bean
    HikariDataSource dataSource(Database database) {
        var pool = new HikariDataSource();
        pool.setPoolName("database");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.username());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(10_000);
        pool.setConnectionInitSql("set jit = off"); // compiling takes longer than any of these statements
        // Planned anew each time: a plan that was made while a table was small is kept for as long as it is believed
        // in.
        pool.addDataSourceProperty("prepareThreshold", "0");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("ApplicationName", "relink");
        return pool;
    }
}
