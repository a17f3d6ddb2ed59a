// Turns the one-file jar into a directory's worth of jars, which the JVM can make a cache of, and makes that cache: a
// server runs on a PostgreSQL of its own, is asked for what clients ask for, and writes the cache as it stops.
import groovy.json.JsonSlurper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import java.time.Duration
import java.time.Instant
import java.time.temporal.ChronoUnit
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit

def target = Path.of(project.build.directory)
def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
def jar = target.resolve('booking.jar')
def oneFile = target.resolve('booking-standalone.jar')
def work = target.resolve('aot')
def cache = target.resolve('booking.aot')
def output = target.resolve('aot.log')

def run = { long seconds, Process process, String what ->
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor()
        throw new IllegalStateException("$what took more than $seconds s; see $output")
    }
    process.exitValue()
}

Files.deleteIfExists(cache)
work.toFile().deleteDir()
target.resolve('lib').toFile().deleteDir()
def extract = new ProcessBuilder(java, '-Djarmode=tools', '-jar', "$jar", 'extract', '--destination', "$work")
        .redirectErrorStream(true).redirectOutput(output.toFile()).start()
if (run(60, extract, 'Unpacking the jar') != 0) {
    throw new IllegalStateException("The jar could not be unpacked; see $output")
}
Files.move(jar, oneFile, StandardCopyOption.REPLACE_EXISTING)
Files.move(work.resolve('booking.jar'), jar)
Files.move(work.resolve('lib'), target.resolve('lib'))

def port = new ServerSocket(0).withCloseable { it.localPort }
def server = new ProcessBuilder(java, "@${project.basedir}/src/aot/jvm.options", "-XX:AOTCacheOutput=$cache", '-jar', "$jar")
        .redirectErrorStream(true).redirectOutput(output.toFile())
server.environment().keySet().removeIf { it =~ /^(DATABASE_|SPRING_|BOOKING_|JWT_|SERVER_|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS)/ }
server.environment().putAll([
        PORT: "$port".toString(), SPRING_PROFILES_ACTIVE: 'local', RATE_LIMIT: 'off',
        BOOKING_LOCAL_DATA_DIRECTORY: work.resolve('postgres').toString()])
def process = server.start()
try {
    def client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()
    def call = { String method, String path, String token = null, String body = null, Map<String, String> headers = [:] ->
        def request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:$port$path")).timeout(Duration.ofSeconds(20))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
        if (token != null) request.header('Authorization', "Bearer $token")
        if (body != null) request.header('Content-Type', 'application/json')
        headers.each { name, value -> request.header(name, value) }
        client.send(request.build(), HttpResponse.BodyHandlers.ofString())
    }
    def json = { HttpResponse<String> answer -> new JsonSlurper().parseText(answer.body()) }
    def tokenOf = { String user, boolean admin -> json(call('POST', '/local/tokens', null, /{"user_id": "$user", "admin": $admin}/)).token }

    def patience = System.nanoTime() + Duration.ofSeconds(120).toNanos()
    while (true) {
        try {
            if (call('GET', '/actuator/health/readiness').statusCode() == 200) break
        } catch (IOException ignored) {
            // Not listening yet.
        }
        if (!process.alive || System.nanoTime() > patience) throw new IllegalStateException("The server did not start; see $output")
        sleep(50)
    }

    def admin = tokenOf('admin', true)
    def start = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS)
    def schedule = { int seats -> json(call('POST', '/v1/shows', admin, /{"name": "Training", "type": "SHOW", "start_time": "$start", "total_seats": $seats}/)).id }
    // So many seats that nearly every booking finds its own: what is refused runs through other code than what is sold.
    def houses = (1..20).collect { schedule(5_000) }
    def seen = schedule(500)
    // What the JVM has not compiled to the end by then, it takes no profile of: a short training gives a slow first minute.
    def end = System.nanoTime() + Duration.ofSeconds(60).toNanos()
    def buyers = (1..32).collect { buyer ->
        ({
            def token = tokenOf("buyer $buyer", false)
            def random = new Random(buyer)
            def seat = { 1 + random.nextInt(5_000) }
            def house = { houses[random.nextInt(houses.size())] }
            for (int turn = 0; System.nanoTime() < end; turn++) {
                call('POST', "/v1/shows/${house()}/bookings", token, /{"seats": [${seat()}, ${seat()}]}/)
                call('POST', "/v1/shows/$seen/bookings", token, /{"seats": [${1 + random.nextInt(500)}]}/)
                def map = call('GET', "/v1/shows/$seen/seats")
                call('GET', "/v1/shows/$seen/seats", null, null, ['If-None-Match': map.headers().firstValue('ETag').orElse('*')])
                call('GET', '/v1/shows?limit=50')
                if (turn % 10 == 0) {
                    call('GET', "/v1/shows/$seen/availability")
                    def hold = json(call('POST', "/v1/shows/${house()}/bookings", token, '{"quantity": 2, "confirm": false}'))
                    call('POST', "/v1/bookings/$hold.id/confirm", token)
                    call('GET', "/v1/bookings/$hold.id", token)
                    call('POST', "/v1/bookings/$hold.id/cancel", token)
                    call('GET', '/v1/bookings?limit=20', token)
                    call('POST', "/v1/shows/${house()}/bookings", null, '{"seats": [1]}')
                }
            }
            null
        } as Callable<Void>)
    }
    Executors.newFixedThreadPool(buyers.size()).withCloseable { pool ->
        pool.invokeAll(buyers, 120, TimeUnit.SECONDS).each { if (!it.cancelled) it.get() }
    }
} finally {
    process.destroy()
    run(180, process, 'Writing the cache')
    work.toFile().deleteDir()
}
if (!Files.exists(cache)) {
    throw new IllegalStateException("No cache was written; see $output")
}
log.info("Made ${cache}: start with java @${project.basedir}/src/aot/jvm.options -XX:AOTCache=$cache -jar $jar")
