package kz.jolkarta.core.internal.http;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.media.multipart.MultiPartFeature;
import org.glassfish.jersey.media.multipart.MultiPartProperties;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;
import org.glassfish.jersey.servlet.ServletContainer;
import org.glassfish.jersey.servlet.async.AsyncContextDelegateProviderImpl;

/** The Jersey application of one bundle's resources as they were at one moment; it ends when its last request has. */
final class BundleApplication {
    /** Parts of an upload above this many bytes wait in a temporary file. */
    private static final int UPLOAD_IN_MEMORY = 64 * 1024;

    private final Set<Object> resources;
    private final ServletContainer container;

    /** Running requests, plus one for being in use at all. */
    private final AtomicInteger users = new AtomicInteger(1);

    /** @param parts what the kind of answers asks for besides: how failures are told, how results are written */
    BundleApplication(Set<Object> resources, ServletConfig config, Set<Object> parts) throws ServletException {
        this.resources = resources;
        ResourceConfig application = new ResourceConfig()
                .registerInstances(resources)
                .registerInstances(parts)
                .register(new Rights())
                .register(new PlainValues())
                .register(new MultiPartProperties()
                        .bufferThreshold(UPLOAD_IN_MEMORY)
                        .resolver())
                .register(MultiPartFeature.class)
                .register(AsyncContextDelegateProviderImpl.class)
                .register(new AbstractBinder() {
                    @Override
                    protected void configure() {
                        bind(new CallerParameter()).to(ValueParamProvider.class);
                    }
                })
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.BV_FEATURE_DISABLE, true)
                // A proxy in front knows the node under another name.
                .property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true)
                .property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
        this.container = new ServletContainer(application);
        ClassLoader before = enter();
        try {
            container.init(config);
        } finally {
            leave(before);
        }
    }

    boolean holds(Set<Object> live) {
        return resources == live;
    }

    /** @return whether the application is still in use and will stay so until {@link #release()} */
    boolean acquire() {
        return users.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
    }

    void release() {
        if (users.decrementAndGet() == 0) {
            container.destroy();
        }
    }

    /** Answers a request of an acquired application and releases it at the request's end. */
    void serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        boolean waiting = false;
        ClassLoader before = enter();
        try {
            container.service((ServletRequest) request, response);
            waiting = request.isAsyncStarted();
            if (waiting) {
                request.getAsyncContext().addListener(new ReleaseAtEnd());
            }
        } finally {
            leave(before);
            if (!waiting) {
                release();
            }
        }
    }

    /** Jersey looks for its parts by the thread's class loader, which in the platform is anybody's. */
    private static ClassLoader enter() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(ServletContainer.class.getClassLoader());
        return before;
    }

    private static void leave(ClassLoader before) {
        Thread.currentThread().setContextClassLoader(before);
    }

    private final class ReleaseAtEnd implements AsyncListener {
        private final AtomicInteger left = new AtomicInteger(1);

        private void end() {
            if (left.getAndSet(0) == 1) {
                release();
            }
        }

        @Override
        public void onComplete(AsyncEvent event) {
            end();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            end();
        }

        @Override
        public void onError(AsyncEvent event) {
            end();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
