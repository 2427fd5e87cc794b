package org.complaintdesk.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The web applications' policy names a random word that their pages' scripts carry. The engine (7.24) keeps the word in one
 * place for all requests: when two people open Tasklist at the same moment, the page of one carries the other's word, and
 * the browser shows nothing. With this each request has its own.
 */
class OwnNonce extends OncePerRequestFilter {

    private static final String NONCE = ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new HttpServletRequestWrapper(request) {

            @Override
            public ServletContext getServletContext() {
                return ofThisRequest(request);
            }
        }, response);
    }

    private static ServletContext ofThisRequest(HttpServletRequest request) {
        ServletContext shared = request.getServletContext();
        return (ServletContext) Proxy.newProxyInstance(OwnNonce.class.getClassLoader(), new Class<?>[] {ServletContext.class},
                (proxy, method, values) -> {
                    if (values != null && NONCE.equals(values[0])) {
                        if (method.getName().equals("setAttribute")) {
                            request.setAttribute(NONCE, values[1]);
                            return null;
                        }
                        if (method.getName().equals("getAttribute")) {
                            return request.getAttribute(NONCE);
                        }
                    }
                    return call(shared, method, values);
                });
    }

    private static Object call(ServletContext shared, Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(shared, values);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
