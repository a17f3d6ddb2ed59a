package com.modex.booking.bootstrap.database;

import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Gives the profile {@code local} a {@link LocalPostgres} if no database is set. It answers before the data source is
 * made and stops when the context closes, after the web server and the connection pool.
 *
 * <p>{@code booking.local.data-directory} says where the data is kept, {@code .booking-data/postgres} by default; it is
 * absolute from here on.
 */
final class LocalPostgresEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

    private static final String DATA_DIRECTORY = "booking.local.data-directory";

    private final Log log;
    private final ConfigurableBootstrapContext bootstrapContext;

    LocalPostgresEnvironmentPostProcessor(DeferredLogFactory logs, ConfigurableBootstrapContext bootstrapContext) {
        this.log = logs.getLog(getClass());
        this.bootstrapContext = bootstrapContext;
    }

    @Override
    public int getOrder() {
        return DatabaseUrlEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("local"))
                || StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
            return;
        }
        Path directory = Path.of(environment.getProperty(DATA_DIRECTORY, ".booking-data/postgres"))
                .toAbsolutePath()
                .normalize();
        LocalPostgres postgres = LocalPostgres.start(directory);
        stopWithTheContext(postgres);
        log.info("%s the local PostgreSQL, which keeps its data in %s"
                .formatted(postgres.isAdopted() ? "Took over" : "Started", directory));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "localPostgres",
                        Map.of(
                                DATA_DIRECTORY,
                                directory.toString(),
                                "spring.datasource.url",
                                postgres.jdbcUrl(),
                                "spring.datasource.username",
                                LocalPostgres.USERNAME,
                                "spring.datasource.password",
                                "")));
    }

    private void stopWithTheContext(LocalPostgres postgres) {
        // Beans are destroyed in the reverse order of their registration, and no bean is registered before this.
        bootstrapContext.addCloseListener(event -> {
            if (event.getApplicationContext().getBeanFactory() instanceof DefaultSingletonBeanRegistry beans) {
                beans.registerDisposableBean("localPostgres", postgres::close);
            }
        });
        // For a start that fails before there is a context to close; runs after all contexts are closed.
        SpringApplication.getShutdownHandlers().add(postgres::close);
    }
}
