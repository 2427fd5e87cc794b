package org.complaintdesk.platform;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.apache.catalina.connector.ClientAbortException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.server.ResponseStatusException;

class ProblemsTests {

    private MockMvc api;

    @BeforeEach
    void set_up() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        Wording wording = new Wording(messages, new DeskProperties(URI.create("http://x"), DeskProperties.Language.EN, ZoneId.of("Asia/Shanghai"), null));
        ObjectMapper json = Jackson2ObjectMapperBuilder.json().build();
        api = MockMvcBuilders.standaloneSetup(new Sample()).setControllerAdvice(
                new Problems(wording, new ProblemDetails(wording, json), new MultipartProperties()))
                .setMessageConverters(new MappingJackson2HttpMessageConverter(json)).build();
    }

    @Test
    void what_a_person_entered_wrong_is_422_with_its_field() throws Exception {
        api.perform(get("/api/wrong")).andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:complaint-desk:problem:invalid-input"))
                .andExpect(jsonPath("$.detail").value("Amount must not be negative."))
                .andExpect(jsonPath("$.errors[0].field").value("amount"));
    }

    @Test
    void it_is_found_inside_the_engines_exception() throws Exception {
        api.perform(get("/api/wrong-in-engine")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("amount"));
    }

    @Test
    void missing_property_is_named() throws Exception {
        send("{\"customer\":{}}").andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("urn:complaint-desk:problem:malformed-request"))
                .andExpect(jsonPath("$.errors[0].field").value("customer.name"));
    }

    @Test
    void unknown_word_names_the_field_and_the_words_there_are() throws Exception {
        send("{\"colour\":\"GREEN\"}").andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("colour"))
                .andExpect(jsonPath("$.errors[0].message").value("\"GREEN\" is not one of the possible values: RED, BLUE"));
    }

    @Test
    void number_and_time_of_the_wrong_form_name_the_field() throws Exception {
        send("{\"amount\":\"ten\"}").andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("amount")).andExpect(jsonPath("$.errors[0].message", containsString("not a number")));
        send("{\"at\":\"yesterday\"}").andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("at")).andExpect(jsonPath("$.errors[0].message", containsString("ISO 8601")));
        send("{\"customer\":7}").andExpect(status().isBadRequest()).andExpect(jsonPath("$.errors[0].field").value("customer"));
    }

    @Test
    void unreadable_json_is_said_in_plain_words() throws Exception {
        send("{oops").andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("The request body is not valid JSON. Check its format and try again."));
        send("").andExpect(status().isBadRequest());
    }

    @Test
    void wrong_and_missing_query_parameters_are_named() throws Exception {
        api.perform(get("/api/find").param("page", "x")).andExpect(status().isBadRequest()).andExpect(jsonPath("$.errors[0].field").value("page"));
        api.perform(get("/api/find")).andExpect(status().isBadRequest()).andExpect(jsonPath("$.errors[0].field").value("page"));
    }

    /** Whoever reads 400 does not send the file again. */
    @Test
    void upload_that_found_no_room_on_our_disk_is_not_the_callers_fault() throws Exception {
        api.perform(get("/api/no-room")).andExpect(status().isInsufficientStorage())
                .andExpect(jsonPath("$.type").value("urn:complaint-desk:problem:no-room"));
        api.perform(get("/api/cut-off")).andExpect(status().isBadRequest());
    }

    @Test
    void not_found_wrong_method_and_wrong_content_type_are_problems() throws Exception {
        api.perform(get("/api/gone")).andExpect(status().isNotFound()).andExpect(jsonPath("$.type").value("urn:complaint-desk:problem:not-found"));
        api.perform(put("/api/find")).andExpect(status().isMethodNotAllowed()).andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        api.perform(post("/api/samples").contentType(MediaType.TEXT_PLAIN).content("x")).andExpect(status().isUnsupportedMediaType())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void engines_refusal_is_403_and_a_failure_500_without_details() throws Exception {
        api.perform(get("/api/refused")).andExpect(status().isForbidden());
        api.perform(get("/api/broken")).andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.detail", not(containsString("secret"))));
    }

    private ResultActions send(String body) throws Exception {
        return api.perform(post("/api/samples").contentType(MediaType.APPLICATION_JSON).content(body));
    }

    enum Colour {
        RED, BLUE
    }

    record Customer(@NotBlank String name) {
    }

    record Body(Colour colour, BigDecimal amount, OffsetDateTime at, @Valid Customer customer) {
    }

    @RestController
    static class Sample {

        @PostMapping("/api/samples")
        void take(@Valid @RequestBody Body body) {
        }

        @GetMapping("/api/find")
        void find(@RequestParam int page) {
        }

        @GetMapping("/api/wrong")
        void wrong() {
            throw new InvalidInput("amount", "Amount must not be negative.");
        }

        @GetMapping("/api/no-room")
        void noRoom() {
            throw new MultipartException("Failed to parse", new IOException("No space left on device"));
        }

        @GetMapping("/api/cut-off")
        void cutOff() {
            throw new MultipartException("Failed to parse", new ClientAbortException(new IOException("Connection reset by peer")));
        }

        @GetMapping("/api/wrong-in-engine")
        void wrongInEngine() {
            throw new BadUserRequestException("Amount must not be negative.", new InvalidInput("amount", "Amount must not be negative."));
        }

        @GetMapping("/api/gone")
        void gone() {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }

        @GetMapping("/api/refused")
        void refused() {
            throw new AuthorizationException("secret");
        }

        @GetMapping("/api/broken")
        void broken() {
            throw new IllegalStateException("secret");
        }
    }
}
