package org.complaintdesk.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What an installation is handed beside the jar: the proxy's file and Docker Compose's. */
@DeskTest
class OperateFilesTests {

    private static final Path COMPOSE = Path.of("docker-compose.yml");
    private static final Path INSTALL = Path.of("docs/install.md");
    /** What belongs to Compose's own network and database. */
    private static final Set<String> FIXED = Set.of("SERVER_PORT", "SERVER_ADDRESS", "SERVER_FORWARD_HEADERS_STRATEGY", "SPRING_DATASOURCE_URL");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping pages;

    @Test
    void an_address_that_is_a_key_stands_in_no_log_of_a_proxy() throws IOException {
        List<String> silent = List.of(found("set-log-level silent if \\{ path_beg (.+) }", Files.readString(Path.of("docs/operate/haproxy.cfg"))).split(" "));
        Pattern nginx = Pattern.compile(found("access_log off;` in a `location ~ (\\S+)`", Files.readString(INSTALL)));

        assertThat(pages.getHandlerMethods().keySet().stream().flatMap(page -> page.getPatternValues().stream())
                .filter(address -> address.matches("/(track|portal)/.*\\{.*")))
                .contains("/track/{token}", "/portal/photo/{stamp}/{id}").hasSizeGreaterThan(5)
                .allSatisfy(address -> assertThat(silent).anyMatch(address::startsWith))
                .allSatisfy(address -> assertThat(address).containsPattern(nginx));
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk-1", "desk-2"})
    void every_setting_reaches_a_node_of_compose(String node) throws IOException {
        Map<?, ?> desk = (Map<?, ?>) ((Map<?, ?>) compose().get("services")).get(node);
        assertThat((List<?>) desk.get("env_file")).singleElement().isEqualTo(Map.of("path", ".env", "required", false));

        ((Map<?, ?>) desk.get("environment")).forEach((name, value) -> {
            if (!FIXED.contains(name)) {
                assertThat(value).as("%s would count more than the file", name).asString().startsWith("${" + name);
            }
        });
    }

    @Test
    void compose_says_at_its_head_what_counts_for_it_alone() throws IOException {
        String text = Files.readString(COMPOSE);
        String head = text.substring(0, text.indexOf("\nname:"));
        Map<?, ?> settings = (Map<?, ?>) ((Map<?, ?>) compose().get("x-desk")).get("environment");

        assertThat(FIXED).allSatisfy(name -> assertThat(head).contains(name));
        assertThat(Pattern.compile("\\$\\{([A-Z0-9_]+)").matcher(text).results().map(asked -> asked.group(1)).collect(Collectors.toSet()))
                .contains("DESK_PORT").filteredOn(name -> !settings.containsKey(name)).allSatisfy(name -> assertThat(head).contains(name));
    }

    @Test
    void only_the_databases_password_has_to_be_set() throws IOException {
        assertThat(Pattern.compile("\\$\\{([A-Z0-9_]+):\\?").matcher(Files.readString(COMPOSE)).results().map(asked -> asked.group(1)))
                .containsOnly("POSTGRES_PASSWORD");
    }

    @Test
    void no_container_of_compose_keeps_its_log_for_ever() throws IOException {
        Map<?, ?> services = (Map<?, ?>) compose().get("services");

        assertThat(services.keySet()).hasSizeGreaterThan(5).allSatisfy(name -> assertThat(((Map<?, ?>) services.get(name)).get("logging")).as("%s", name)
                .isEqualTo(Map.of("driver", "local", "options", Map.of("max-size", "50m", "max-file", "5"))));
    }

    /** The desk skips every address of a private network from the right: one that a colleague made up would be the client's. */
    @Test
    void the_proxy_says_itself_where_a_request_comes_from() throws IOException {
        String nginx = found("(?s)```nginx(.*?)```", Files.readString(INSTALL));

        assertThat(nginx).contains("X-Forwarded-For $remote_addr;", "X-Forwarded-Host \"\";", "Forwarded \"\";").doesNotContain("$proxy_add_x_forwarded_for");
        assertThat(Files.readString(Path.of("docs/operate/haproxy.cfg"))).contains("http-request del-header X-Forwarded-For", "option forwardfor");
    }

    private static Map<?, ?> compose() throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(COMPOSE));
    }

    private static String found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(hit -> hit.group(1)).findFirst().orElseThrow();
    }
}
