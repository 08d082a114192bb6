using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A part of a network: parameters of its own, and parts again.</summary>
        public class Module : IDisposable
        {
            private readonly string name;
            private readonly List<(string Name, Parameter Parameter)> own = [];
            private readonly List<(string Name, Module Module)> parts = [];

            protected Module(string name) => this.name = name;

            public virtual bool training { get; private set; } = true;

            public virtual string GetName() => name;

            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var part in children())
                    part.train(train);
            }

            public virtual void eval() => train(false);

            public virtual IEnumerable<(string name, Module module)> named_children() => parts;

            public virtual IEnumerable<Module> children() => named_children().Select(part => part.module);

            public virtual IEnumerable<(string name, Module module)> named_modules() => named_children().SelectMany(part =>
                part.module.named_modules().Select(inner => ($"{part.name}.{inner.name}", inner.module)).Prepend(part));

            public virtual IEnumerable<Module> modules() => named_modules().Select(part => part.module);

            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var ours = own.Select(one => (one.Name, one.Parameter));
                return recurse
                    ? ours.Concat(named_children().SelectMany(part => part.module.named_parameters()
                        .Select(inner => ($"{part.name}.{inner.name}", inner.parameter))))
                    : ours;
            }

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(one => one.parameter);

            public virtual Parameter? get_parameter(string target) =>
                named_parameters().Where(one => one.name == target).Select(one => one.parameter).FirstOrDefault();

            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    if (set_to_none)
                        parameter.grad = null;
                    else
                        parameter.grad?.zero_();
                }
            }

            public virtual void register_parameter(string name, Parameter param)
            {
                own.RemoveAll(one => one.Name == name);
                own.Add((name, param));
                param.DetachFromDisposeScope();
            }

            public virtual void register_module(string name, Module submodule)
            {
                parts.RemoveAll(one => one.Name == name);
                parts.Add((name, submodule));
            }

            public virtual Module apply(Action<Module> fn)
            {
                foreach (var part in children())
                    part.apply(fn);
                fn(this);
                return this;
            }

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Registers what stands in the fields of a class: parameters and modules, each under its field's name.</summary>
            protected virtual void RegisterComponents()
            {
                foreach (var field in GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                {
                    var value = field.GetValue(this);
                    if (value is Module module)
                        register_module(field.Name, module);
                    else if (value is Parameter parameter)
                        register_parameter(field.Name, parameter);
                }
            }

            protected virtual void Dispose(bool disposing)
            {
                foreach (var (_, parameter) in own)
                    parameter.Dispose();
                foreach (var (_, part) in parts)
                    part.Dispose();
            }

            /// <summary>Puts another parameter into the place of one: of another type.</summary>
            internal virtual void Convert(ScalarType type)
            {
                foreach (var part in children())
                    part.Convert(type);
                foreach (var (key, parameter) in own.ToArray())
                {
                    var converted = new Parameter(parameter.detach().to(type), parameter.requires_grad);
                    register_parameter(key, converted);
                    GetType().GetField(key, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                        ?.SetValue(this, converted);
                }
            }
        }
    }
}
