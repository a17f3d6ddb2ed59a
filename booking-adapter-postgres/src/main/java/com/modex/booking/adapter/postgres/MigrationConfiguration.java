package com.modex.booking.adapter.postgres;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Has Flyway migrate on connections of its own, since those of the pool give up long before an index may be built. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {
    /** Of the same database, as {@code booking.migrations} says. Nobody else gets it. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    @ConfigurationProperties("booking.migrations")
    DriverManagerDataSource migrations(JdbcConnectionDetails database) {
        var connections = new DriverManagerDataSource(database.getJdbcUrl());
        connections.setUsername(database.getUsername());
        connections.setPassword(database.getPassword());
        return connections;
    }
}
