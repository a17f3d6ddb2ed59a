package com.modex.booking.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.modex.booking.bootstrap.settings.StartRefusedException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "postgres://u:p@db.example:6432/shop, jdbc:postgresql://db.example:6432/shop",
        "postgresql://u:p@db.example/shop, jdbc:postgresql://db.example/shop",
        "postgres://u:p@db.example/shop?sslmode=require, jdbc:postgresql://db.example/shop?sslmode=require",
        "postgres://u:p@[2001:db8::1]:5432/shop, jdbc:postgresql://[2001:db8::1]:5432/shop",
        "postgres://u:p@[::1]/shop, jdbc:postgresql://[::1]/shop",
        "'postgres://u:p@one:1,two:2/shop', 'jdbc:postgresql://one:1,two:2/shop'",
        "postgres://u:p@db.example/sh%6Fp%20one, jdbc:postgresql://db.example/shop+one",
        "jdbc:postgresql://db.example:6432/shop?user=u&password=p&sslmode=require,"
                + " jdbc:postgresql://db.example:6432/shop?sslmode=require",
        "jdbc:postgresql:shop?user=u&password=p, jdbc:postgresql://localhost/shop",
        "jdbc:postgresql:///shop?user=u&password=p, jdbc:postgresql://localhost/shop",
    })
    void becomesAJdbcUrlWithUserAndPasswordApart(String text, String jdbcUrl) {
        assertThat(DatabaseUrl.parse(text)).isEqualTo(new DatabaseUrl(jdbcUrl, "u", "p", null));
    }

    @Test
    void settingsOfTheSessionStandApart() {
        DatabaseUrl url =
                DatabaseUrl.parse("postgres://u:p@db.example/shop?sslmode=require&options=-c%20search_path%3Dsales");

        assertThat(url.options()).isEqualTo("-c search_path=sales");
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example/shop?sslmode=require");
        assertThat(DatabaseUrl.parse("jdbc:postgresql://db.example/shop?options=-c+a%3Db")
                        .options())
                .isEqualTo("-c a=b");
    }

    @ParameterizedTest
    @CsvSource({
        "any, any",
        "read-write, primary",
        "primary, primary",
        "read-only, secondary",
        "standby, secondary",
        "prefer-standby, preferSecondary",
    })
    void whichOfSeveralServersIsMeantReachesTheDriverInItsOwnWords(String attributes, String type) {
        assertThat(DatabaseUrl.parse("postgres://one,two/shop?target_session_attrs=" + attributes)
                        .jdbcUrl())
                .isEqualTo("jdbc:postgresql://one,two/shop?targetServerType=" + type);
    }

    @Test
    void aKindOfServerThatNobodyKnowsIsRefused() {
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> DatabaseUrl.parse("postgres://one,two/shop?target_session_attrs=writable"))
                .withMessageContaining("target_session_attrs");
    }

    @Test
    void specialCharactersInUserAndPasswordArePercentEncoded() {
        DatabaseUrl url = DatabaseUrl.parse("postgres://m%C3%BCller:%40%3A%2F%25%3F%23+$%7B@db.example/shop");

        assertThat(url.username()).isEqualTo("müller");
        assertThat(url.password()).isEqualTo("@:/%?#+${");
    }

    @Test
    void anUnescapedAtInThePasswordIsUnderstood() {
        assertThat(DatabaseUrl.parse("postgres://u:p@ss@db.example/shop"))
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://db.example/shop", "u", "p@ss", null));
    }

    @Test
    void userAndPasswordAreOptional() {
        assertThat(DatabaseUrl.parse("postgres://u@db.example/shop"))
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://db.example/shop", "u", null, null));
        assertThat(DatabaseUrl.parse("postgres://db.example/shop"))
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://db.example/shop", null, null, null));
    }

    @Test
    void parametersReachTheDriverUnderItsOwnNames() {
        DatabaseUrl url = DatabaseUrl.parse("postgres://u:p@db.example/shop"
                + "?sslmode=require&channel_binding=require&connect_timeout=7&application_name=a+b%26c");

        Properties read = Driver.parseURL(url.jdbcUrl(), new Properties());

        assertThat(read)
                .containsEntry("PGHOST", "db.example")
                .containsEntry("PGPORT", "5432")
                .containsEntry("PGDBNAME", "shop")
                .containsEntry("sslmode", "require")
                .containsEntry("channelBinding", "require")
                .containsEntry("connectTimeout", "7")
                .containsEntry("ApplicationName", "a+b&c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://u:s3cret@db.example/shop",
                "db.example/shop?password=s3cret",
                "postgres://u:s3cret@db.example",
                "postgres://u:s3cret@db.example/",
                "postgres://u:s3cret@db.example/a/b",
                "postgres://u:s3cret@/shop",
                "postgres://u:s3cret@db.example:/shop",
                "postgres://u:s3cret@db.example:0/shop",
                "postgres://u:s3cret@db.example:65536/shop",
                "postgres://u:s3cret@db.example:http/shop",
                "postgres://u:s3cret@2001:db8::1/shop",
                "postgres://u:s3cret@[::1/shop",
                "postgres://u:s3cret@[::1]x/shop",
                "postgres://u:s3cret@db example/shop",
                "postgres://u:s3cret@one,,two/shop",
                "postgres://u:s3cret%@db.example/shop",
                "postgres://u:s3cret%4@db.example/shop",
                "postgres://u:s3cret%zz@db.example/shop",
                "postgres://u:s3cret%ff@db.example/shop",
                "postgres://u:s3cret%00@db.example/shop",
                "postgres://u:s3/cret@db.example/shop",
                "postgres://u:s3?cret@db.example/shop",
                "jdbc:postgresql://db.example/shop?password=s3cret%",
            })
    void anythingElseIsRefusedWithoutShowingThePassword(String text) {
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> DatabaseUrl.parse(text))
                .withNoCause()
                .satisfies(refusal -> assertThat(refusal.getMessage() + refusal.remedy())
                        .startsWith("DATABASE_URL cannot be read: ")
                        .doesNotContain("s3", "cret"));
    }

    @Test
    void itsTextShowsNeitherPasswordNorParameters() {
        assertThat(DatabaseUrl.parse("postgres://u:s3cret@db.example/shop?sslpassword=s3cret"))
                .hasToString("DatabaseUrl[jdbc:postgresql://db.example/shop]");
    }
}
