package org.complaintdesk.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.complaintdesk.platform.CaseNumbers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Every address of the desk with a case's number in its path, be it a page, a file or the API, is unknown to whoever does
 * not see the case's shop.
 */
@Component
class OnlyOwnShops implements HandlerInterceptor, WebMvcConfigurer {

    private final Shops shops;

    OnlyOwnShops(Shops shops) {
        this.shops = shops;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path) {
            path.values().stream().map(String::valueOf).filter(CaseNumbers::isOne).forEach(this::check);
        }
        return true;
    }

    private void check(String number) {
        ShopScope seen = shops.seenNow();
        if (!seen.all() && !shops.ofCase(number).map(seen::includes).orElse(true)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
