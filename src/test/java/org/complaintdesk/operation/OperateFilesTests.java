package org.complaintdesk.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What an installation is handed beside the jar: the proxy's file. */
@DeskTest
class OperateFilesTests {

    private static final Path INSTALL = Path.of("docs/install.md");

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

    private static String found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(hit -> hit.group(1)).findFirst().orElseThrow();
    }
}
