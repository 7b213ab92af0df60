using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>The chain of a request with error middleware or mounted layers. Other chains run in a plain <see cref="NodeRun"/>, at no cost.</summary>
internal sealed class NodeErrorRun(ChainStep[] steps, HttpRequest req, HttpResponse res, NodeEndpoint? end, NodeParamViews? views)
    : NodeRun(steps, req, res, end, views)
{
    private readonly (PathString Base, PathString Path) _entry = (req.PathBase, req.Path);
    private readonly int _lastErrorStep = Array.FindLastIndex(steps, IsErrorStep);

    /// <summary>The task that is already watched; layers that return what <c>next</c> returned return it again.</summary>
    private Task? _recovering;

    /// <summary>Gets whether error middleware may follow; without any, an error propagates as it is.</summary>
    private bool MayRecover => Reached < _lastErrorStep;

    protected override Task Call(in ChainStep step, int index) =>
        step.Layer is { MountSegments: > 0, HandlesErrors: false } ? CallMountedAsync(step, index) : base.Call(in step, index);

    protected override Task Check(Task result, RouteLayer layer) =>
        result.IsCompletedSuccessfully || ReferenceEquals(result, _recovering) || !MayRecover ? result : _recovering = RecoverAsync(result);

    protected override Task Failed(Exception error) => MayRecover ? _recovering = RecoverAsync(Task.FromException(error)) : Task.FromException(error);

    private static bool IsErrorStep(ChainStep step) => step.Layer.HandlesErrors;

    private async Task CallMountedAsync(ChainStep step, int index)
    {
        using var path = Move(step.Layer);
        var result = step.TakesNext
            ? Unsafe.As<NodeHandler>(step.Function)(Req, Res, () => path.OutsideAsync(() => Next(index)))
            : Unsafe.As<NodeEndpoint>(step.Function)(Req, Res);
        await (result ?? throw NullTask(step.Layer)).ConfigureAwait(false);
    }

    /// <summary>Waits for a step. An error goes to the next error middleware after the last step reached, whose result replaces the step's.</summary>
    private async Task RecoverAsync(Task step)
    {
        while (true)
        {
            try
            {
                await step.ConfigureAwait(false);
                return;
            }
            catch (Exception error)
            {
                if (!MayRecover || await Disconnect.IsCauseAsync(Req.HttpContext, error).ConfigureAwait(false) || Handle(error) is not { } handling)
                    throw;
                step = handling;
            }
        }
    }

    /// <summary>Calls the next error middleware; null without one.</summary>
    private Task? Handle(Exception error)
    {
        int from, to;
        do
        {
            from = Reached;
            to = NextErrorStep(from);
            if (to == Steps.Length)
                return null;
        }
        while (!TrySkip(from, to));

        var handling = CallErrorStepAsync(to, error);
        Return(from, to, null); // RecoverAsync waits for it
        return handling;
    }

    private Task CallErrorStepAsync(int index, Exception error) => InView(index, () => NodeErrors.RespondWithAsync(Res, async () =>
    {
        var layer = Steps[index].Layer;
        using var path = layer.MountSegments > 0 ? Move(layer) : null;
        var isPassedOn = false;
        NodeErrorNext next = again =>
        {
            isPassedOn |= again == error;
            return path is null ? Continue(index, again) : path.OutsideAsync(() => Continue(index, again));
        };
        try
        {
            await (ErrorMiddlewareHandler.Of(Steps[index])!(error, Req, Res, next) ?? throw NullTask(layer)).ConfigureAwait(false);
        }
        catch (Exception thrown) when (thrown == error)
        {
            isPassedOn = true;
            throw;
        }
        finally
        {
            if (!isPassedOn)
                Log.ErrorHandled(Log.Of(Req.HttpContext), error, layer.DisplayName, Req.Method, Req.Path.Value ?? "");
        }
    }));

    /// <summary>The <c>next</c> of error middleware.</summary>
    private Task Continue(int index, Exception? error)
    {
        if (error is null)
            return Next(index);

        var to = NextErrorStep(index);
        if (!TrySkip(index, to))
            throw RefusedNext(index);
        var rest = to == Steps.Length ? Task.FromException(error) : RecoverAsync(CallErrorStepAsync(to, error));
        Return(index, to, rest);
        return rest;
    }

    /// <summary>Returns the index of the next error middleware after a step; the number of steps without one.</summary>
    private int NextErrorStep(int index) =>
        index >= 0 && index < _lastErrorStep ? Array.FindIndex(Steps, index + 1, IsErrorStep) : Steps.Length;

    private PathBaseScope Move(RouteLayer layer) => new(Req, _entry.Base, _entry.Path, layer.MountSegments);
}
