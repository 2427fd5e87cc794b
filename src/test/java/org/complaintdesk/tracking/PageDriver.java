package org.complaintdesk.tracking;

import static org.complaintdesk.support.FormToken.formToken;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.UUID;
import org.complaintdesk.complaint.ComplaintNumber;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A customer with a Chinese browser on the page of a case. */
class PageDriver {

    private final MockMvc mvc;
    private final PrivateLinks links;
    private final String address;

    PageDriver(MockMvc mvc, PrivateLinks links) {
        this.mvc = mvc;
        this.links = links;
        // Limits count by address, and the tests share one application.
        UUID own = UUID.randomUUID();
        this.address = "10.%d.%d.%d".formatted(own.hashCode() & 0xFF, own.hashCode() >> 8 & 0xFF, own.hashCode() >> 16 & 0xFF);
    }

    RequestPostProcessor from() {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    String path(ComplaintNumber number) {
        return "/track/" + links.token(number.value());
    }

    ResultActions look(ComplaintNumber number) throws Exception {
        return open(path(number));
    }

    ResultActions open(String path) throws Exception {
        return mvc.perform(get(path).header("Accept-Language", "zh-CN").with(from()));
    }

    /** @param fields names and values in turn */
    ResultActions answer(ComplaintNumber number, String form, String... fields) throws Exception {
        return mvc.perform(with(post(path(number) + "/" + form), fields).with(formToken()));
    }

    ResultActions answerWithToken(String path, String... fields) throws Exception {
        return mvc.perform(with(post(path), fields).with(formToken()));
    }

    ResultActions answerWithoutToken(ComplaintNumber number, String form, String... fields) throws Exception {
        return mvc.perform(with(post(path(number) + "/" + form), fields));
    }

    /** @param files names and contents in turn */
    ResultActions send(ComplaintNumber number, String form, String key, String text, Object... files) throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart(path(number) + "/" + form);
        for (int i = 0; i < files.length; i += 2) {
            request.file(new MockMultipartFile("files", (String) files[i], "image/jpeg", (byte[]) files[i + 1]));
        }
        if (text != null) {
            request.param("text", text);
        }
        return mvc.perform(with(request, "key", key).with(formToken()));
    }

    private MockHttpServletRequestBuilder with(MockHttpServletRequestBuilder request, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.header("Accept-Language", "zh-CN").with(from());
    }

    private MockMultipartHttpServletRequestBuilder with(MockMultipartHttpServletRequestBuilder request, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        request.header("Accept-Language", "zh-CN").with(from());
        return request;
    }
}
