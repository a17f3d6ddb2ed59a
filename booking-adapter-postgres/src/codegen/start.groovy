// Starts a throwaway PostgreSQL with the project's own migrations for jooq-codegen-maven to read,
// unless the classes in target/ were already made from the same migrations and the same settings.
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres
import java.security.MessageDigest
import org.flywaydb.core.Flyway

def migrations = new File(project.basedir, 'src/main/resources/db/migration')
def digest = MessageDigest.getInstance('SHA-256')
(migrations.listFiles().sort { it.name } + new File(project.basedir, 'pom.xml')).each {
    digest.update(it.name.bytes)
    digest.update(it.bytes)
}
def generated = new File(project.build.directory, 'generated-sources/jooq')
def marker = new File(project.build.directory, 'generated-sources/jooq.sha256')
def checksum = digest.digest().encodeHex().toString()

if (generated.directory && marker.exists() && marker.text == checksum) {
    log.info('The migrations have not changed: the jOOQ classes stay as they are.')
    project.properties['jooq.codegen.skip'] = 'true'
    project.addCompileSourceRoot(generated.path)
    return
}

generated.deleteDir()
def postgres = EmbeddedPostgres.builder().start()
project.setContextValue('codegen.postgres', postgres)
project.setContextValue('codegen.done', { marker.text = checksum })
def url = postgres.getJdbcUrl('postgres', 'postgres')
Flyway.configure()
        .dataSource(postgres.postgresDatabase)
        .locations("filesystem:${migrations}")
        .configuration(['flyway.postgresql.transactional.lock': 'false']) // as the server has it: see application.yaml
        .load()
        .migrate()
project.properties['jooq.codegen.skip'] = 'false'
project.properties['jooq.codegen.jdbc.url'] = url
