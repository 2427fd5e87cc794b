package org.complaintdesk.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintdesk.platform.ClientAddress;
import org.complaintdesk.platform.DecodedPath;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where a password arrives in this request.
 *
 * @param address who asks, as far as it can be counted
 * @param name    the door: the web application, or HTTP Basic; empty where it is checked for another reason, such as
 *                before it is changed
 */
record SignInDoor(String address, Optional<String> name) {

    private static final String BASIC = "HTTP Basic";
    private static final Pattern WEB_APPLICATION = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/([a-z]{1,20})");

    /** @return empty when no request is being answered: the desk's own code asks */
    static Optional<SignInDoor> ofThisRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                ? Optional.of(of(here.getRequest())) : Optional.empty();
    }

    private static SignInDoor of(HttpServletRequest request) {
        Matcher application = WEB_APPLICATION.matcher(DecodedPath.of(request));
        if (application.matches()) {
            return new SignInDoor(ClientAddress.of(request), Optional.of(application.group(1)));
        }
        return new SignInDoor(ClientAddress.of(request),
                Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION)).map(basic -> BASIC));
    }

    /** @return whether a password comes with every request */
    boolean isForPrograms() {
        return name.filter(BASIC::equals).isPresent();
    }
}
